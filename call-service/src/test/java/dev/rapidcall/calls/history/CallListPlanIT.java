package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.ManyCalls;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CallServiceOverHttp
class CallListPlanIT {
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begin() {
    ManyCalls.keep(jdbc);
  }

  @DisplayName("weaknesses 3 and 18: a list among thousands of calls is read by its index")
  @Test
  void aListIsReadByItsIndex() {
    assertThat(plan(filter(null, null, null)))
        .contains("Index Cond: (workspace_id =")
        .doesNotContain("Seq");
  }

  @DisplayName("weakness 18: a page is read without reading or sorting the calls before it")
  @Test
  void aPageIsReadFromItsPlaceOn() {
    CallCursor place = new CallCursor(ManyCalls.MIDDLE, "call");

    assertThat(plan(filter(place, 1, null)))
        .contains("Index Scan using calls_of_workspace")
        .doesNotContain("Sort");
    assertThat(plan(filter(place, 100, ManyCalls.MIDDLE.minusSeconds(3600))))
        .contains("calls_of_workspace")
        .doesNotContain("Seq");
  }

  private static CallFilter filter(
      @Nullable CallCursor after, @Nullable Integer limit, @Nullable Instant from) {
    return new CallFilter(null, null, null, null, null, null, from, null, after, limit);
  }

  private String plan(CallFilter filter) {
    CallListSql list = CallListSql.of(new WorkspaceId(ManyCalls.WORKSPACE), filter);
    return String.join(
        "\n", jdbc.sql("explain " + list.text()).params(list.params()).query(String.class).list());
  }
}
