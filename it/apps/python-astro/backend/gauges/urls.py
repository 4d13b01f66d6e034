from django.urls import path

from levels import views

urlpatterns = [
    path("api/health", views.health),
    path("api/levels/", views.levels),
    path("api/report", views.report),
]
