from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from loans.shelf import SHELF

READABLE = {"ensure_ascii": False}


@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@require_safe
def books(request: HttpRequest) -> JsonResponse:
    found = [b for b in SHELF if "in" not in request.GET or b.reader is None]
    return JsonResponse([b.as_dict() for b in found], safe=False, json_dumps_params=READABLE)


@require_safe
def book(_request: HttpRequest, mark: str) -> JsonResponse:
    found = next((b for b in SHELF if b.mark == mark), None)
    if found is None:
        return JsonResponse({"error": "no such book"}, status=404)
    return JsonResponse(found.as_dict(), json_dumps_params=READABLE)
