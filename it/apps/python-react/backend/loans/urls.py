from django.urls import path

from loans import views

urlpatterns = [
    path("books/", views.books),
    path("books/<slug:mark>/", views.book),
]
