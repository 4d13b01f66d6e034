# What most people write first.
ARG PYTHON
FROM ${PYTHON}
WORKDIR /app
COPY . .
RUN pip install uv && uv sync
CMD ["uv", "run", "uvicorn", "sightings.main:app", "--host", "0.0.0.0", "--port", "8000"]
