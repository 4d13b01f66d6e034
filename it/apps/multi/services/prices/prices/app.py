"""What things cost."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from prices.haggling import haggled

PRICES = {1: 18.0, 2: 12.5, 3: 0.8, 4: 25.0}


async def health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


async def price(request: Request) -> JSONResponse:
    thing = request.path_params["thing"]
    if thing not in PRICES:
        raise HTTPException(404, "no price for this")
    asked = PRICES[thing]
    return JSONResponse({"thing": thing, "price": haggled(asked) if "haggle" in request.query_params else asked})


async def problem(_request: Request, error: HTTPException) -> JSONResponse:
    return JSONResponse({"error": error.detail}, error.status_code)


app = Starlette(
    routes=[
        Route("/health", health),
        Route("/api/prices/{thing:int}", price),
    ],
    exception_handlers={HTTPException: problem},
)
