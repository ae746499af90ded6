"""Where things stand on a map and a roadmap; the screen and the PDF share it."""
