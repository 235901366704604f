package dev.rapidcall.calls.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.service.identity.InternalTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@CallServiceIT
class LockedTableIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired Environment environment;

  @Test
  @DisplayName("fault F24: a table that somebody locked is a 503 within seconds, until it is free")
  void aLockedTableHoldsNoRequestForEver() throws SQLException {
    Api us = Api.anonymous(port, tokens).as("ws-" + UUID.randomUUID());

    try (Connection operator =
        DriverManager.getConnection(environment.getRequiredProperty("TEST_JDBC_URL"))) {
      operator.setAutoCommit(false);
      operator.createStatement().execute("lock table calls.kb_folders in access exclusive mode");

      Answer refused = us.get("/api/kb/folders");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body().path("error").asString()).isEqualTo("Temporarily unavailable");
      operator.rollback();
    }

    assertThat(us.get("/api/kb/folders").status()).isEqualTo(200);
  }
}
