# After docs.astral.sh/uv/guides/integration/docker and the multi-stage file of the example that it names: dependencies from mounted manifests
# with a cache, then the sources, bytecode compiled, and a second image without uv. uv comes by pip here: its image is not on every registry.
ARG PYTHON
FROM ${PYTHON} AS builder
RUN pip install --no-cache-dir uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=0 UV_NO_DEV=1
WORKDIR /app
RUN --mount=type=cache,target=/root/.cache/uv \
    --mount=type=bind,source=uv.lock,target=uv.lock \
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    uv sync --locked --no-install-project
COPY . /app
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked
FROM ${PYTHON}
RUN groupadd --system --gid 999 nonroot && useradd --no-log-init --system --gid 999 --uid 999 --create-home nonroot
COPY --from=builder --chown=nonroot:nonroot /app /app
ENV PATH="/app/.venv/bin:$PATH"
USER nonroot
WORKDIR /app
CMD ["uvicorn", "sightings.main:app", "--host", "0.0.0.0", "--port", "8000"]
