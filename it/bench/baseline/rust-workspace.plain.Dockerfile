# What most people write first.
ARG RUST
FROM ${RUST}
WORKDIR /src
COPY . .
RUN cargo build --release --target "$(uname -m)-unknown-linux-musl"
