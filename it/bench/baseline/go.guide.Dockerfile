# After docs.docker.com/guides/golang/build-images: modules first, a static binary, distroless "base" with its user.
# distroless "base" is made here of what it is made of: C library, OpenSSL, authorities, time zones, and no package manager.
ARG GO
ARG DEBIAN
FROM ${GO} AS build-stage
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . ./
RUN CGO_ENABLED=0 GOOS=linux go build -o /server ./cmd/server

FROM ${DEBIAN} AS packages
WORKDIR /packages
RUN apt-get update && apt-get download base-files ca-certificates libc6 libssl3t64 netbase tzdata && \
    for package in ./*.deb; do dpkg --extract "$package" /system; done && \
    rm -rf /system/usr/share/doc /system/usr/share/locale && \
    mkdir -p /system/etc/ssl/certs && cp /etc/ssl/certs/ca-certificates.crt /system/etc/ssl/certs/

FROM scratch AS build-release-stage
COPY --from=packages /system /
WORKDIR /
COPY --from=build-stage /server /server
EXPOSE 8081
USER 65532:65532
ENTRYPOINT ["/server"]
