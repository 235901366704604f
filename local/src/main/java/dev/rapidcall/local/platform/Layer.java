package dev.rapidcall.local.platform;

/** What stands on what: each layer starts after those before it and stops before them. */
enum Layer {
  DIRECTORY,
  S3,
  POSTGRES,
  KAFKA,
  SANDBOX,
  SERVICES,
  GATEWAY
}
