# SPDX-License-Identifier: GPL-3.0-or-later
"""What the type model sees of a commit. models/drafting/typefeatures.cpp computes the same."""

LOCKFILES = {"package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "go.sum", ".terraform.lock.hcl",
             "packages.lock.json", "bun.lockb", "gradle.lockfile", "Package.resolved", "Chart.lock"}
DOCUMENTS = {"LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS", "README", "CHANGELOG"}
WORKFLOWS = {".gitlab-ci.yml", "Jenkinsfile", ".travis.yml", ".drone.yml", ".woodpecker.yml",
             "azure-pipelines.yml", "bitbucket-pipelines.yml", ".cirrus.yml"}
REPOSITORY = {".gitignore", ".gitattributes", ".gitmodules", ".editorconfig", "CODEOWNERS",
              ".pre-commit-config.yaml", "renovate.json", "renovate.json5", ".renovaterc",
              ".renovaterc.json", ".sops.yaml", ".yamllint", ".yamllint.yaml", ".mailmap",
              ".plumbline.yaml", ".helmignore", ".dockerignore", ".prettierrc", ".clang-format",
              ".commitlintrc.yaml", ".markdownlint.yaml"}
MANIFESTS = {"package.json", "go.mod", "Cargo.toml", "pyproject.toml", "Gemfile", "pom.xml", "build.gradle",
             "build.gradle.kts", "composer.json", "Pipfile", "setup.cfg"}
BUILDS = {"Makefile", "CMakeLists.txt", "justfile", "Justfile", "Taskfile.yml", "Taskfile.yaml",
          "Containerfile", ".goreleaser.yaml", ".goreleaser.yml", "CMakePresets.json", "meson.build",
          "BUILD.bazel", "WORKSPACE", "Dockerfile"}
WORKFLOW_FOLDERS = (".github/workflows/", ".github/actions/", ".circleci/", ".gitlab/ci/", ".tekton/",
                    ".woodpecker/", ".ci/", ".buildkite/")
TEST_FOLDERS = ("/test/", "/tests/", "/testdata/", "/__tests__/", "/__snapshots__/", "/fixtures/", "/spec/")
TEST_ENDINGS = ("_test.go", "_test.py", ".spec.ts", ".spec.js", ".test.ts", ".test.js", ".test.tsx",
                "Test.java", "_test.cpp", "_spec.rb", "_test.rego")
GENERATED_ENDINGS = (".pb.go", ".min.js", ".min.css", "_generated.go", ".g.dart")
ASSET_ENDINGS = (".png", ".svg", ".jpg", ".jpeg", ".gif", ".ico", ".webp", ".woff2", ".ttf", ".pdf")
DOCUMENT_ENDINGS = (".md", ".mdx", ".rst", ".adoc", ".asciidoc")

MOST_FILES = 200
MOST_NAMED_FILES = 30


def is_document(path, name):
    if name.endswith(DOCUMENT_ENDINGS) or name in DOCUMENTS:
        return True
    if name.endswith(".txt"):
        return not name.startswith("requirements") and name != "CMakeLists.txt" and "test" not in path
    return path.startswith("docs/") or "/docs/" in path


def is_test(path, name):
    if any(folder in path for folder in ("overlays/", "environments/", "envs/")):
        return False
    slashed = "/" + path
    return (any(folder in slashed for folder in TEST_FOLDERS) or name.endswith(TEST_ENDINGS)
            or name.startswith(("test_", "tst_")))


def class_of(path):
    """pathClassOf() of models/drafting/pathclass.cpp, in short names."""
    name = path.rsplit("/", 1)[-1]
    is_yaml = name.endswith((".yaml", ".yml"))
    if name in LOCKFILES or name.endswith(".lock"):
        return "lock"
    if (path.startswith("vendor/") or "/vendor/" in path or "node_modules/" in path
            or name.endswith(GENERATED_ENDINGS) or name.startswith("zz_generated")):
        return "gen"
    if name in WORKFLOWS or path.startswith(WORKFLOW_FOLDERS):
        return "ci"
    if name in REPOSITORY or path.startswith(".github/"):
        return "meta"
    if name in MANIFESTS or (name.startswith("requirements") and name.endswith(".txt")):
        return "man"
    if is_document(path, name):
        return "docs"
    if is_test(path, name):
        return "test"
    if name in BUILDS or name.startswith("Dockerfile.") or name.endswith((".dockerfile", ".cmake")):
        return "build"
    if name.endswith((".tf", ".tfvars", ".hcl")):
        return "tf"
    if name == "Chart.yaml":
        return "chart"
    if name in ("kustomization.yaml", "kustomization.yml", "Kustomization"):
        return "kust"
    if (is_yaml or name.endswith(".tpl")) and "/templates/" in "/" + path:
        return "tmpl"
    if is_yaml and name.startswith("values"):
        return "values"
    if is_yaml or name.endswith(".json"):
        return "data"
    return "asset" if name.endswith(ASSET_ENDINGS) else "src"


def ending_of(name):
    dot = name.rfind(".")
    return name[dot + 1:].encode().lower().decode() if dot > 0 else name


def features(files):
    """(general, local) from (path, kind) pairs, kind one of A M D R: each a sorted list of strings."""
    files = sorted(files)[:MOST_FILES]
    count = len(files)
    classes, kinds = {}, {}
    endings, general, local = set(), {"b", "n%d" % min(count.bit_length(), 7)}, set()
    for path, kind in files:
        name = path.rsplit("/", 1)[-1]
        one = class_of(path)
        classes[one] = classes.get(one, 0) + 1
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind != "M":
            general.add("kc:" + kind + one)
        endings.add(ending_of(name))
        general.add("f:" + name)
        folders = path.split("/")[:-1]
        local.update("d:" + "/".join(folders[:i + 1]) for i in range(len(folders)))
        if count <= MOST_NAMED_FILES:
            local.add("p:" + path)
    general.update("e:" + ending for ending in endings)
    if len(endings) == 1:
        general.add("eo:" + next(iter(endings)))
    for one, number in classes.items():
        general.add("c:" + one)
        general.add("s:%s%d" % (one, min(3, number * 4 // count)))
        if number == count:
            general.add("only:" + one)
    for kind, number in kinds.items():
        general.add("k:" + kind)
        if number == count:
            general.add("kall:" + kind)
    telling = [one for one in sorted(classes) if one not in ("lock", "gen")] or sorted(classes)
    general.add("set:" + "+".join(telling))
    return sorted(general), sorted(local)
