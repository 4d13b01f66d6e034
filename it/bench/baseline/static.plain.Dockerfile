# What most people write first.
ARG NODE
FROM ${NODE}
WORKDIR /app
COPY . .
RUN npm install && npm run build
CMD ["npm", "run", "preview"]
