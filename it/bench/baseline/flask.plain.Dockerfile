# What most people write first.
ARG PYTHON
FROM ${PYTHON}
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["gunicorn", "--bind", "0.0.0.0:5000", "app:app"]
