import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def read_conda_names() -> list[str]:
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("  - ") for line in lines[lines.index("dependencies:") + 1 :]]


def test_conda_and_pip_users_get_the_same_packages_in_the_same_ranges():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, build = pyproject["project"], pyproject["build-system"]
    python = f"python{project['requires-python']}"
    assert read_conda_names() == [python, "pip", *build["requires"], *project["dependencies"]]


def test_the_citation_names_the_version_of_the_package():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
