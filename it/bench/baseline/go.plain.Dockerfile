# What most people write first.
ARG GO
FROM ${GO}
WORKDIR /src
COPY . .
RUN go build -o /server ./cmd/server
CMD ["/server"]
