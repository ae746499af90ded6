"""Hands a pack to the mail program as an attachment, where the system offers a way."""

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_FOLDER = "strategy-planner-mail"


def attachment(data: bytes, name: str) -> Path:
    """The pack as a file of its own, under the name that its receiver sees."""
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
    path = folder / name
    path.write_bytes(data)
    return path


def open_mail(path: Path, subject: str) -> bool:
    """Open a new mail with the file attached; False where it has to be attached by hand.

    By hand: the mail program is opened with the subject, and the file's folder beside it.
    """
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-a", "Mail", str(path)])[0]
    if shutil.which("xdg-email"):
        words = ["--subject", subject, "--attach", str(path)]
        return QProcess.startDetached("xdg-email", words)[0]
    mail = QUrl("mailto:")
    mail.setQuery("subject=" + bytes(QUrl.toPercentEncoding(subject).data()).decode())
    QDesktopServices.openUrl(mail)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
    return False
