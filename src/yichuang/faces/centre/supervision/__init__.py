"""The pages of supervision (监察): the alerts of a region, and one alert with its proof and what is done about it."""
