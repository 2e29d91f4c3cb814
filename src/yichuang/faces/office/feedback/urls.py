"""Addresses of ratings, concerns and evaluations for the staff."""

from django.urls import path

from yichuang.faces.office.feedback import concern, concerns, evaluations, keyed, rating, ratings, year

app_name = "office"
urlpatterns = [
    path("feedback/ratings/", ratings.page, name="feedback_ratings"),
    path("feedback/ratings/words/", ratings.words, name="feedback_words"),
    path("feedback/ratings/<str:no>/", rating.page, name="feedback_rating"),
    path("feedback/ratings/<str:no>/reveal/", rating.reveal_page, name="feedback_rating_reveal"),
    path("feedback/concerns/", concerns.page, name="feedback_concerns"),
    path("feedback/concerns/new/", keyed.page, name="feedback_new"),
    path("feedback/concerns/<str:no>/", concern.page, name="feedback_concern"),
    path("feedback/concerns/<str:no>/reveal/", concern.reveal, name="feedback_concern_reveal"),
    path("feedback/evaluations/", evaluations.page, name="feedback_evaluations"),
    path("feedback/evaluations/<uuid:sheet>/", evaluations.one, name="feedback_evaluation"),
    path("feedback/year/", year.page, name="feedback_year"),
]
