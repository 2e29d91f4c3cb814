"""事项目录: records of the app `catalogue`."""
