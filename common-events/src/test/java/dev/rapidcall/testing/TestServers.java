package dev.rapidcall.testing;

/** A Postgres server and a Kafka broker that run for the rest of the JVM's life. */
interface TestServers {

  /** {@code host:port} of the broker. */
  String kafkaBootstrapServers();

  /** The server's {@code postgresql://} address with a user that may create databases, no path. */
  String postgresAddress();

  /** The same server for JDBC, with user and password, for the database of this name. */
  String jdbcUrl(String database);
}
