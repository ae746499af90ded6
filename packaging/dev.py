"""Sets the project up on this machine and runs, tests, measures or packages it.

    python3 packaging/dev.py run        the desktop application, on the worked example
    python3 packaging/dev.py test       the whole test suite, with or without a screen
    python3 packaging/dev.py check      style, types, import walls, the catalogue
    python3 packaging/dev.py bench      the measured figures
    python3 packaging/dev.py package    the wheel, tried in an empty environment

Needs Python 3.11 to 3.13 with its standard library. The environment is made from a lock file with
hashes in .venv, and made again only when the lock file or the Python changes.
"""

import argparse
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 13)
WORKED_EXAMPLE = ROOT / "sample_projects" / "worked_example.splan"
CATALOGUE = ROOT / "packaging" / "catalogue.py"

QT_LIBRARIES = {
    "glib-2.0": "libglib2.0-0",
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xcb-image": "libxcb-image0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-xkb": "libxcb-xkb1",
}
"""The system libraries that Qt's wheels need on Linux, and the Debian packages that hold them."""
PDF_CHECKERS = {
    "/usr/bin/java": "default-jre-headless",
    "/usr/bin/qpdf": "qpdf",
    "/usr/share/java/bsh.jar": "bsh",
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
    "/usr/share/java/istack-commons-runtime.jar": "libistack-commons-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
}
"""What the tests check PDF files with, veraPDF and qpdf, and the Debian packages that hold it."""


def main() -> int:
    """Do what the command line asks; the exit code of what was run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AsWritten)
    parser.add_argument("task", choices=["run", "test", "check", "bench", "package"])
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to what is run")
    options = parser.parse_args()
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        return _fail(f"Python 3.11, 3.12 or 3.13 is needed; this is {found}.")
    try:
        return TASKS[options.task](options.rest)
    except SetUpError as error:
        return _fail(str(error))
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    except KeyboardInterrupt:
        return 130


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    pass


class SetUpError(Exception):
    """Something that this machine lacks, with what to do about it."""


def run(rest: Sequence[str]) -> int:
    """Open the desktop application, on the worked example when no file is named."""
    python = prepare("run")
    offer_system_packages(_missing_libraries())
    arguments = list(rest) or [str(_own_copy_of_the_example())]
    say("Opening Strategy Planner.")
    return _status([python, "-m", "strategy_planner", *arguments])


def test(rest: Sequence[str]) -> int:
    """Run the suite off screen and, on Linux, the window tests once more in a real X server."""
    python = prepare("dev")
    packages = _missing_libraries()
    if sys.platform == "linux" and not shutil.which("Xvfb"):
        packages = [*packages, "xvfb", "xauth"]
    if sys.platform == "linux" and not Path("/usr/libexec/at-spi-bus-launcher").exists():
        packages = [*packages, "at-spi2-core", "dbus"]
    if _may_install():
        packages += [debian for file, debian in PDF_CHECKERS.items() if not Path(file).exists()]
    offer_system_packages(packages)
    pytest = [python, "-m", "pytest", "-q", "-m", "not benchmark"]
    if rest:
        return _status([*pytest, *rest], QT_QPA_PLATFORM="offscreen")
    windows = str(ROOT / "tests" / "gui")
    say("Running all but the tests of windows.")
    spread = ["-n", str(_workers()), "--ignore", windows]
    code = _status([*pytest, *spread], QT_QPA_PLATFORM="offscreen")
    return code or _test_windows([*pytest, windows, "-p", "no:cacheprovider"])


def _test_windows(pytest: Sequence[str]) -> int:
    """Off screen and, on Linux, beside it in a real X server, where fonts and focus differ."""
    say("Running the tests of windows off screen.")
    if sys.platform != "linux" or not shutil.which("xvfb-run"):
        return _status(pytest, QT_QPA_PLATFORM="offscreen")
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        beside = subprocess.Popen(
            [*screen, *pytest], cwd=ROOT, env=_with({"QT_QPA_PLATFORM": "xcb"}),
            stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip
        code = _status(pytest, QT_QPA_PLATFORM="offscreen")
        on_screen = beside.wait()
        said.seek(0)
        say("The same in a real X server (Xvfb):")
        say(said.read())
    return code or on_screen


def check(rest: Sequence[str]) -> int:
    """Style, format, types, import walls, and a complete catalogue."""
    del rest
    python = prepare("dev")
    scripts = Path(python).parent
    for title, command in {
        "style": [str(scripts / "ruff"), "check", "."],
        "format": [str(scripts / "ruff"), "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "import walls": [str(scripts / "lint-imports")],
        "catalogue": [python, str(CATALOGUE), "check"],
    }.items():
        say(f"Checking {title}.")
        code = _status(command)
        if code:
            return code
    return 0


def bench(rest: Sequence[str]) -> int:
    """Measure the figures of the README's table."""
    python = prepare("dev")
    offer_system_packages(_missing_libraries())
    command = [python, "-m", "pytest", "-m", "benchmark", "tests/benchmarks", "-s", "-q", *rest]
    return _status(command, QT_QPA_PLATFORM="offscreen")


def package(rest: Sequence[str]) -> int:
    """Build the wheel and try it in an empty environment, from another folder."""
    del rest
    python = prepare("dev")
    say("Building the wheel.")
    _run([python, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(ROOT / "dist")])
    wheel = max((ROOT / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
    with tempfile.TemporaryDirectory() as folder:
        say("Trying the wheel in an empty environment.")
        _run([sys.executable, "-m", "venv", folder])
        empty = _python_in(Path(folder))
        lock = ROOT / "packaging" / "run.lock"
        _run([empty, "-m", "pip", "install", "-q", "--require-hashes", "-r", str(lock)])
        _run([empty, "-m", "pip", "install", "-q", "--no-deps", str(wheel)])
        script = Path(empty).with_name("strategy-planner")
        return _status([str(script), "new", "--list"], cwd=folder)


def prepare(lock: str) -> str:
    """The Python of the project's environment, made or renewed where the lock file changed."""
    lock_file = ROOT / "packaging" / f"{lock}.lock"
    mark = ENVIRONMENT / f"made-from-{lock}-lock"
    wanted = hashlib.sha256(
        lock_file.read_bytes() + sys.version.encode() + str(ROOT).encode()
    ).hexdigest()
    python = _python_in(ENVIRONMENT)
    if not (mark.is_file() and mark.read_text() == wanted and Path(python).exists()):
        _make_environment(lock_file, python)
        mark.write_text(wanted)
    _run([python, str(CATALOGUE), "compile"])
    return python


def _make_environment(lock_file: Path, python: str) -> None:
    if not _runs_this_version(python):
        say("Making the environment in .venv.")
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _ensure_venv()
        _run([sys.executable, "-m", "venv", str(ENVIRONMENT)])
    say(f"Installing the packages of {lock_file.name}; the first time this takes some minutes.")
    try:
        _run([python, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps",
              "--disable-pip-version-check", "-r", str(lock_file)])  # fmt: skip
    except subprocess.CalledProcessError as error:
        raise SetUpError(
            f"pip could not install what {lock_file.name} lists; its own words stand above."
        ) from error
    # Debian's own Python would name a folder that only its system-wide packages use.
    purelib = sysconfig.get_path(
        "purelib", scheme="venv", vars={"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)}
    )
    (Path(purelib) / "strategy_planner.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")


def _runs_this_version(python: str) -> bool:
    try:
        answer = subprocess.run(
            [python, "-c", "import sys, pip; print(sys.version)"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.stdout.strip() == sys.version.strip()


def _ensure_venv() -> None:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian cuts it out of its Python
        import venv  # noqa: F401, PLC0415 - likewise
    except ImportError:
        offer_system_packages([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])


def _missing_libraries() -> list[str]:
    if sys.platform != "linux":
        return []
    return [
        debian for library, debian in QT_LIBRARIES.items() if not ctypes.util.find_library(library)
    ]


def offer_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages where that is allowed, else say which are missing."""
    if not packages:
        return
    names = " ".join(packages)
    if not _may_install():
        raise SetUpError(
            f"This system lacks libraries that the program needs. On Debian or Ubuntu run:\n"
            f"    sudo apt-get install {names}\nand then this command again."
        )
    say(f"Installing what the system lacks: {names}.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update", "-qq"], **quiet)
    _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], **quiet)


def _may_install() -> bool:
    """Whether this is Debian, as root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def _own_copy_of_the_example() -> Path:
    """A copy that may be edited, so that the sample in the checkout stays as it is."""
    copy = ROOT / "build" / WORKED_EXAMPLE.name
    if not copy.exists() or copy.stat().st_mtime < WORKED_EXAMPLE.stat().st_mtime:
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(WORKED_EXAMPLE, copy)
    return copy


def _workers() -> int:
    return max(1, min(4, os.cpu_count() or 1))


def _python_in(environment: Path) -> str:
    if os.name == "nt":
        return str(environment / "Scripts" / "python.exe")
    return str(environment / "bin" / "python")


def _run(command: Sequence[str], **environment: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT, env=_with(environment))


def _status(command: Sequence[str], *, cwd: str | None = None, **environment: str) -> int:
    return subprocess.run(command, check=False, cwd=cwd or ROOT, env=_with(environment)).returncode


def _with(environment: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **environment}


def say(text: str) -> None:
    """Tell what is being done."""
    print(text, flush=True)


def _fail(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


TASKS = {"run": run, "test": test, "check": check, "bench": bench, "package": package}

if __name__ == "__main__":
    sys.exit(main())
