package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ErrorWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusalFilterIT extends GatewayIT {
  @Autowired private ErrorWriter errors;

  @Test
  void tellsThatTheDatabaseIsAway() throws Exception {
    MockHttpServletResponse answer = answerTo(new CannotGetJdbcConnectionException("password"));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
    assertThat(answer.getContentAsString()).isEqualTo("{\"error\":\"Temporarily unavailable\"}");
  }

  @Test
  void tellsALockedTableFromADefectOfOurs() throws Exception {
    assertThat(answerTo(uncategorized("55P03")).getStatus()).isEqualTo(503);
    assertThat(answerTo(uncategorized("57014")).getStatus()).isEqualTo(503);
    assertThatExceptionOfType(UncategorizedSQLException.class)
        .isThrownBy(() -> answerTo(uncategorized("42P01")));
  }

  @Test
  void tellsARefusal() throws Exception {
    assertThat(answerTo(new NotFound("Not found")).getStatus()).isEqualTo(404);
  }

  @Test
  void leavesTheUnexpectedToTheContainer() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> answerTo(new IllegalStateException("a defect")));
  }

  private static UncategorizedSQLException uncategorized(String state) {
    return new UncategorizedSQLException("reading", "select", new SQLException("no", state));
  }

  private MockHttpServletResponse answerTo(RuntimeException thrown) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new RefusalFilter(errors)
        .doFilter(
            new MockHttpServletRequest(),
            response,
            (request, unused) -> {
              throw thrown;
            });
    return response;
  }
}
