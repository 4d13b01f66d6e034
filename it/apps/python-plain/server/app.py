"""The API of the teas."""

import os

from flask import Flask, jsonify, request

from teas import Teas

app = Flask(__name__)
app.json.ensure_ascii = False
app.json.compact = True
teas = Teas()


@app.get("/health")
def health():
    return jsonify(status="ok")


@app.get("/api/teas")
def all_teas():
    return jsonify(teas.all())


@app.get("/api/teas/<int:number>")
def one_tea(number):
    return jsonify(teas.one(number))


@app.post("/api/teas/<int:number>/stars")
def rate(number):
    given = request.get_json(silent=True) or {}
    return jsonify(teas.rate(number, given.get("stars"))), 201


@app.errorhandler(KeyError)
def unknown(_problem):
    return jsonify(error="no such tea"), 404


@app.errorhandler(ValueError)
def wrong(problem):
    return jsonify(error=str(problem)), 400


if __name__ == "__main__":
    app.run(host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "5000")))
