from django.http import JsonResponse
from django.shortcuts import render

LEVELS = {"Mühlbach": 0.95, "Río Seco": 0.0}


def health(request):
    return JsonResponse({"status": "ok"})


def levels(request):
    river = request.GET.get("river")
    if river is not None and river not in LEVELS:
        return JsonResponse({"error": "no such river"}, status=404)
    found = {name: level for name, level in LEVELS.items() if river in (None, name)}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})


def report(request):
    return render(request, "report.html", {"levels": LEVELS.items()})
