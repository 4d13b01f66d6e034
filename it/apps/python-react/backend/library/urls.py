from django.urls import include, path

from loans.views import health

urlpatterns = [
    path("health/", health),
    path("api/", include("loans.urls")),
]
