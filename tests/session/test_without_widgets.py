"""The open project can be used where nothing can be shown."""

import subprocess
import sys

ASKS = """
import pkgutil, sys, importlib, app.session
for module in pkgutil.walk_packages(app.session.__path__, "app.session."):
    importlib.import_module(module.name)
print(len([name for name in sys.modules if name.startswith("app.session.")]))
print(*{"PySide6.QtGui", "PySide6.QtWidgets"} & {*sys.modules})
"""


def test_the_open_project_loads_nothing_that_shows() -> None:
    done = subprocess.run([sys.executable, "-c", ASKS], capture_output=True, text=True, check=True)
    loaded, shows = done.stdout.split("\n")[:2]
    assert int(loaded) >= 5
    assert shows == ""
