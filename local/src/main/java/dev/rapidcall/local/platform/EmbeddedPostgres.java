package dev.rapidcall.local.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A real Postgres on the loopback address that keeps its data in one directory. */
final class EmbeddedPostgres implements AutoCloseable {

  private static final String USER = "postgres";
  private static final String DATABASE = "rapidcall";

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

  private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param binaries where the server is unpacked; never a parent of {@code data}, for the library
   *     deletes what it takes for old data directories there
   */
  static EmbeddedPostgres start(Path data, Path binaries, int port) {
    OrphanedPostmaster.clear(data);
    EmbeddedPostgres postgres = new EmbeddedPostgres(launch(data, binaries, port));
    postgres.createDatabase();
    return postgres;
  }

  /** In the form that providers hand out, which every service accepts. */
  static String url(int port) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, USER, port, DATABASE);
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
      Path data, Path binaries, int port) {
    try {
      return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setOverrideWorkingDirectory(binaries.toFile())
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setPort(port)
          // The library is made for tests and trades safety for speed; this data is kept.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("unix_socket_directories", "")
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setOutputRedirector(Redirect.DISCARD)
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new PlatformException("Postgres does not start on port " + port + " in " + data, e);
    }
  }

  private void createDatabase() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.executeUpdate("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      throw new PlatformException("Postgres does not take the database " + DATABASE, e);
    }
  }

  DataSource database() {
    return server.getDatabase(USER, DATABASE);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
