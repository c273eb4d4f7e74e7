"""The project file: opened, loaded, and written to as the project is edited. No Qt, no drawing.

`ProjectFile` in `project_file` is what the other rooms use, with `check` and the errors in `errors`.
"""
