from PySide6.QtWidgets import QWidget


class InspectorPanel(QWidget):
    def __init__(self, workspace, parent=None):
        super().__init__(parent)
