// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/classify.h"

#include <QSet>

#include <algorithm>

namespace Drafting {

namespace {

bool endsWithOneOf(const QByteArray &name, std::initializer_list<const char *> endings)
{
    return std::ranges::any_of(endings, [&](const char *ending) { return name.endsWith(ending); });
}

bool startsWithOneOf(const QByteArray &text, std::initializer_list<const char *> starts)
{
    return std::ranges::any_of(starts, [&](const char *start) { return text.startsWith(start); });
}

bool isLockfile(const QByteArray &name)
{
    static const QSet<QByteArray> names = {
        "package-lock.json",   "npm-shrinkwrap.json", "pnpm-lock.yaml", "go.sum",
        ".terraform.lock.hcl", "packages.lock.json",  "bun.lockb",      "gradle.lockfile",
        "Package.resolved"};
    return names.contains(name) || name.endsWith(".lock");
}

bool isGenerated(const QByteArray &path, const QByteArray &name)
{
    return path.startsWith("vendor/") || path.contains("/vendor/") || path.contains("node_modules/") ||
           endsWithOneOf(name, {".pb.go", ".min.js", ".min.css", "_generated.go", ".g.dart"}) ||
           name.startsWith("zz_generated");
}

bool isDocs(const QByteArray &path, const QByteArray &name)
{
    static const QSet<QByteArray> names = {"LICENSE", "LICENCE", "COPYING",  "NOTICE",
                                           "AUTHORS", "README",  "CHANGELOG"};
    if (endsWithOneOf(name, {".md", ".mdx", ".rst", ".adoc", ".asciidoc"}) || names.contains(name))
        return true;
    if (name.endsWith(".txt"))
        return !name.startsWith("requirements") && name != "CMakeLists.txt" && !path.contains("test");
    return path.startsWith("docs/") || path.contains("/docs/");
}

bool isTest(const QByteArray &path, const QByteArray &name)
{
    const QByteArray slashed = '/' + path;
    for (const char *folder :
         {"/test/", "/tests/", "/testdata/", "/__tests__/", "/__snapshots__/", "/fixtures/", "/spec/"}) {
        if (slashed.contains(folder))
            return true;
    }
    return endsWithOneOf(name, {"_test.go", "_test.py", ".spec.ts", ".spec.js", ".test.ts", ".test.js",
                                ".test.tsx", "Test.java", "_test.cpp", "_spec.rb", "_test.rego"}) ||
           startsWithOneOf(name, {"test_", "tst_"});
}

bool isCi(const QByteArray &path, const QByteArray &name)
{
    static const QSet<QByteArray> names = {".gitlab-ci.yml",
                                           "Jenkinsfile",
                                           ".travis.yml",
                                           ".drone.yml",
                                           ".woodpecker.yml",
                                           "azure-pipelines.yml",
                                           "bitbucket-pipelines.yml",
                                           ".cirrus.yml"};
    return names.contains(name) ||
           startsWithOneOf(path, {".github/workflows/", ".github/actions/", ".circleci/", ".gitlab/ci/",
                                  ".tekton/", ".woodpecker/", ".ci/", ".buildkite/"});
}

bool isRepoMeta(const QByteArray &path, const QByteArray &name)
{
    static const QSet<QByteArray> names = {
        ".gitignore",       ".gitattributes",     ".gitmodules",
        ".editorconfig",    "CODEOWNERS",         ".pre-commit-config.yaml",
        "renovate.json",    "renovate.json5",     ".renovaterc",
        ".renovaterc.json", ".sops.yaml",         ".yamllint",
        ".yamllint.yaml",   ".mailmap",           ".plumbline.yaml",
        ".helmignore",      ".dockerignore",      ".prettierrc",
        ".clang-format",    ".commitlintrc.yaml", ".markdownlint.yaml"};
    return names.contains(name) || path.startsWith(".github/");
}

bool isManifest(const QByteArray &name)
{
    static const QSet<QByteArray> names = {"package.json",  "go.mod",  "Cargo.toml",   "pyproject.toml",
                                           "Gemfile",       "pom.xml", "build.gradle", "build.gradle.kts",
                                           "composer.json", "Pipfile", "setup.cfg"};
    return names.contains(name) || (name.startsWith("requirements") && name.endsWith(".txt"));
}

bool isBuild(const QByteArray &name)
{
    static const QSet<QByteArray> names = {
        "Makefile",      "CMakeLists.txt", "justfile",         "Justfile",        "Taskfile.yml",
        "Taskfile.yaml", "Containerfile",  ".goreleaser.yaml", ".goreleaser.yml", "CMakePresets.json",
        "meson.build",   "BUILD.bazel",    "WORKSPACE"};
    return names.contains(name) || name == "Dockerfile" || name.startsWith("Dockerfile.") ||
           name.endsWith(".dockerfile") || name.endsWith(".cmake");
}

} // namespace

PathClass pathClassOf(const QByteArray &path)
{
    const QByteArray name = fileName(path);
    const bool isYaml = endsWithOneOf(name, {".yaml", ".yml"});
    if (isLockfile(name) || name == "Chart.lock")
        return PathClass::Lockfile;
    if (isGenerated(path, name))
        return PathClass::Generated;
    if (isCi(path, name))
        return PathClass::Ci;
    if (isRepoMeta(path, name))
        return PathClass::RepoMeta;
    if (isManifest(name))
        return PathClass::Manifest;
    if (isDocs(path, name))
        return PathClass::Docs;
    const bool isOverlay =
        path.contains("overlays/") || path.contains("environments/") || path.contains("envs/");
    if (isTest(path, name) && !isOverlay)
        return PathClass::Test;
    if (isBuild(name))
        return PathClass::Build;
    if (endsWithOneOf(name, {".tf", ".tfvars", ".hcl"}))
        return PathClass::Terraform;
    if (name == "Chart.yaml")
        return PathClass::HelmChart;
    if (name == "kustomization.yaml" || name == "kustomization.yml" || name == "Kustomization")
        return PathClass::Kustomization;
    if ((isYaml || name.endsWith(".tpl")) && QByteArray('/' + path).contains("/templates/"))
        return PathClass::HelmTemplate;
    if (isYaml && name.startsWith("values"))
        return PathClass::HelmValues;
    if (isYaml || name.endsWith(".json"))
        return PathClass::Data;
    if (endsWithOneOf(name,
                      {".png", ".svg", ".jpg", ".jpeg", ".gif", ".ico", ".webp", ".woff2", ".ttf", ".pdf"}))
        return PathClass::Asset;
    return PathClass::Source;
}

} // namespace Drafting
