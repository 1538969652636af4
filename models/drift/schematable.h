// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace Drift {

/// A line per type: its name, then its fields as  name[:Type][{merge keys}][=default].
/// Merge keys: a+b are fields told apart by, x.y leads inside, p|TCP has a default, {*} is a set.
/// Defaults: a scalar; * for what server or controllers fill in; @field for the value of a sibling;
/// @pullPolicy for Always when the image's tag is latest or missing, else IfNotPresent.
inline constexpr auto kSchema = std::to_array<QByteArrayView>({
    "ObjectMeta finalizers{*} ownerReferences=* annotations:ServerAnnotations",
    "ServerAnnotations pv.kubernetes.io/bind-completed=* pv.kubernetes.io/bound-by-controller=*"
    " volume.kubernetes.io/storage-provisioner=* volume.beta.kubernetes.io/storage-provisioner=*"
    " volume.kubernetes.io/selected-node=* deprecated.daemonset.template.generation=*",

    "Namespace metadata:NamespaceMeta spec:NamespaceSpec",
    "NamespaceMeta labels:NamespaceLabels finalizers{*} annotations:ServerAnnotations",
    "NamespaceLabels kubernetes.io/metadata.name=*",
    "NamespaceSpec finalizers{*}=*",

    "Deployment metadata:ObjectMeta spec:DeploymentSpec",
    "DeploymentSpec replicas=1 progressDeadlineSeconds=600 revisionHistoryLimit=10 minReadySeconds=0"
    " strategy:DeploymentStrategy template:PodTemplate",
    "DeploymentStrategy type=RollingUpdate rollingUpdate:DeploymentRolling",
    "DeploymentRolling maxSurge=25% maxUnavailable=25%",
    "ReplicaSet metadata:ObjectMeta spec:ReplicaSetSpec",
    "ReplicaSetSpec replicas=1 minReadySeconds=0 template:PodTemplate",
    "DaemonSet metadata:ObjectMeta spec:DaemonSetSpec",
    "DaemonSetSpec revisionHistoryLimit=10 updateStrategy:DaemonSetStrategy template:PodTemplate",
    "DaemonSetStrategy type=RollingUpdate rollingUpdate:DaemonSetRolling",
    "DaemonSetRolling maxUnavailable=1 maxSurge=0",
    "StatefulSet metadata:ObjectMeta spec:StatefulSetSpec",
    "StatefulSetSpec replicas=1 revisionHistoryLimit=10 podManagementPolicy=OrderedReady"
    " updateStrategy:StatefulSetStrategy persistentVolumeClaimRetentionPolicy:ClaimRetention "
    "template:PodTemplate"
    " volumeClaimTemplates:ClaimTemplate{metadata.name}",
    "StatefulSetStrategy type=RollingUpdate rollingUpdate:StatefulSetRolling",
    "StatefulSetRolling partition=0",
    "ClaimRetention whenDeleted=Retain whenScaled=Retain",
    "ClaimTemplate apiVersion=v1 kind=PersistentVolumeClaim metadata:ObjectMeta spec:ClaimSpec status=*",

    "Job metadata:ObjectMeta spec:JobSpec",
    "JobSpec backoffLimit=6 completionMode=NonIndexed completions=1 parallelism=1 suspend=false "
    "manualSelector=false"
    " podReplacementPolicy=TerminatingOrFailed selector=* template:JobPodTemplate",
    "JobPodTemplate metadata:JobPodMeta spec:PodSpec",
    "JobPodMeta labels:JobPodLabels",
    "JobPodLabels controller-uid=* job-name=* batch.kubernetes.io/controller-uid=* "
    "batch.kubernetes.io/job-name=*",
    "CronJob metadata:ObjectMeta spec:CronJobSpec",
    "CronJobSpec concurrencyPolicy=Allow suspend=false successfulJobsHistoryLimit=3 failedJobsHistoryLimit=1"
    " jobTemplate:JobTemplate",
    "JobTemplate metadata:ObjectMeta spec:JobSpec",

    "Pod metadata:ObjectMeta spec:PodSpec",
    "PodTemplate metadata:ObjectMeta spec:PodSpec",
    "PodSpec dnsPolicy=ClusterFirst restartPolicy=Always schedulerName=default-scheduler"
    " terminationGracePeriodSeconds=30 enableServiceLinks=true automountServiceAccountToken=true nodeName=* "
    "serviceAccount=@serviceAccountName"
    " containers:Container{name} initContainers:Container{name} ephemeralContainers:Container{name}"
    " volumes:Volume{name} imagePullSecrets{name} hostAliases{ip}"
    " topologySpreadConstraints{topologyKey+whenUnsatisfiable} overhead:Quantities",
    "Container imagePullPolicy=@pullPolicy terminationMessagePath=/dev/termination-log "
    "terminationMessagePolicy=File"
    " resources:ResourceRequirements ports:ContainerPort{containerPort+protocol|TCP} env:EnvVar{name}"
    " volumeMounts:VolumeMount{mountPath} volumeDevices{devicePath} livenessProbe:Probe readinessProbe:Probe"
    " startupProbe:Probe lifecycle:Lifecycle securityContext:ContainerSecurity",
    "ContainerSecurity allowPrivilegeEscalation=true",
    "ContainerPort protocol=TCP",
    "EnvVar valueFrom:EnvSource",
    "EnvSource fieldRef:ObjectField resourceFieldRef:ResourceField",
    "ObjectField apiVersion=v1",
    "ResourceField divisor:Quantity=0",
    "VolumeMount readOnly=false",
    "Probe periodSeconds=10 timeoutSeconds=1 successThreshold=1 failureThreshold=3 httpGet:HttpGet grpc:Grpc",
    "HttpGet path=/ scheme=HTTP",
    "Grpc service=",
    "Lifecycle postStart:Handler preStop:Handler",
    "Handler httpGet:HttpGet",
    "ResourceRequirements limits:Quantities requests:Quantities claims{name}",
    "Volume secret:FileVolume configMap:FileVolume downwardAPI:DownwardVolume projected:ProjectedVolume"
    " emptyDir:EmptyDir",
    "FileVolume defaultMode=420",
    "DownwardVolume defaultMode=420 items:DownwardItem",
    "DownwardItem fieldRef:ObjectField resourceFieldRef:ResourceField",
    "ProjectedVolume defaultMode=420 sources:Projection",
    "Projection serviceAccountToken:TokenProjection downwardAPI:DownwardVolume",
    "TokenProjection expirationSeconds=3600",
    "EmptyDir sizeLimit:Quantity",

    "Service metadata:ObjectMeta spec:ServiceSpec",
    "ServiceSpec clusterIP=* clusterIPs=* ipFamilies=* ipFamilyPolicy=* healthCheckNodePort=* type=ClusterIP"
    " internalTrafficPolicy=Cluster externalTrafficPolicy=Cluster sessionAffinity=None"
    " sessionAffinityConfig:SessionAffinity allocateLoadBalancerNodePorts=true"
    " ports:ServicePort{port+protocol|TCP}",
    "SessionAffinity clientIP:ClientAffinity",
    "ClientAffinity timeoutSeconds=10800",
    "ServicePort protocol=TCP targetPort=@port nodePort=*",
    "Secret metadata:ObjectMeta type=Opaque",
    "ServiceAccount metadata:ObjectMeta automountServiceAccountToken=true secrets{name} "
    "imagePullSecrets{name}",
    "PersistentVolume metadata:ObjectMeta spec:PersistentVolumeSpec",
    "PersistentVolumeSpec persistentVolumeReclaimPolicy=Retain volumeMode=Filesystem capacity:Quantities"
    " accessModes{*} claimRef=*",
    "PersistentVolumeClaim metadata:ObjectMeta spec:ClaimSpec",
    "ClaimSpec accessModes{*} volumeMode=Filesystem volumeName=* storageClassName=* "
    "resources:ResourceRequirements",
    "StorageClass metadata:ObjectMeta reclaimPolicy=Delete volumeBindingMode=Immediate",
    "ResourceQuota metadata:ObjectMeta spec:QuotaSpec",
    "QuotaSpec hard:Quantities scopes{*}",
    "LimitRange metadata:ObjectMeta spec:LimitRangeSpec",
    "LimitRangeSpec limits:LimitRangeItem{type}",
    "LimitRangeItem max:Quantities min:Quantities default:Quantities defaultRequest:Quantities"
    " maxLimitRequestRatio:Quantities",

    "HorizontalPodAutoscaler metadata:ObjectMeta spec:AutoscalerSpec",
    "AutoscalerSpec minReplicas=1 metrics:Metric{type+resource.name+containerResource.name"
    "+containerResource.container+pods.metric.name+object.metric.name+external.metric.name}",
    "Metric resource:MetricSource containerResource:MetricSource pods:MetricSource object:MetricSource"
    " external:MetricSource",
    "MetricSource target:MetricTarget",
    "MetricTarget averageValue:Quantity value:Quantity",

    "MutatingWebhookConfiguration metadata:ObjectMeta webhooks:Webhook{name}",
    "ValidatingWebhookConfiguration metadata:ObjectMeta webhooks:Webhook{name}",
    "Webhook clientConfig:WebhookClient failurePolicy=Fail matchPolicy=Equivalent timeoutSeconds=10"
    " reinvocationPolicy=Never rules:WebhookRule",
    "WebhookRule scope=*",
    "WebhookClient caBundle=* service:WebhookService",
    "WebhookService port=443",
    "CustomResourceDefinition metadata:ObjectMeta spec:DefinitionSpec",
    "DefinitionSpec conversion:Conversion",
    "Conversion strategy=None webhook:ConversionWebhook",
    "ConversionWebhook clientConfig:WebhookClient",
    "RoleBinding metadata:ObjectMeta roleRef:RoleRef subjects:Subject",
    "ClusterRoleBinding metadata:ObjectMeta roleRef:RoleRef subjects:Subject",
    "RoleRef apiGroup=rbac.authorization.k8s.io",
    "Subject apiGroup=*",
    "NetworkPolicy metadata:ObjectMeta spec:NetworkPolicySpec",
    "NetworkPolicySpec policyTypes{*}=* ingress:NetworkRule egress:NetworkRule",
    "NetworkRule ports:ContainerPort",
    "Ingress metadata:ObjectMeta",
    "CustomResource metadata:ObjectMeta",
});

} // namespace Drift
