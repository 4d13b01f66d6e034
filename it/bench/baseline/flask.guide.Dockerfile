# After docs.docker.com/guides/python/containerize: a user, requirements mounted, pip with a cache, then the sources.
ARG PYTHON
FROM ${PYTHON} AS base
ENV PYTHONDONTWRITEBYTECODE=1
ENV PYTHONUNBUFFERED=1
WORKDIR /app
RUN useradd --no-log-init --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 10001 appuser
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=requirements.txt \
    python -m pip install -r requirements.txt
USER appuser
COPY . .
EXPOSE 5000
CMD ["gunicorn", "--bind", "0.0.0.0:5000", "app:app"]
