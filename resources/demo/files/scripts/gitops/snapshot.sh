#!/bin/sh
# Records what runs in an environment, to compare it with Git later.
set -eu
environment=$1
kubectl --context "acme-$environment" --namespace acme get \
    deployments,services,configmaps,applications.argoproj.io \
    --output yaml --show-managed-fields > ".plumbline/snapshots/$environment.yaml"
