package dev.rapidcall.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordingsTest {

  @Test
  void everyRecordedCallCanBeRead() {
    assertThat(RecordedWebhooks.names()).hasSize(14).contains("web-call", "sip-transfer");
    assertThat(RecordedWebhooks.names())
        .allSatisfy(name -> assertThat(RecordedWebhooks.of(name)).isNotEmpty());
    assertThat(RecordedWebhooks.webNames()).hasSize(6).contains("nobody-comes");
  }

  @Test
  void everyRecordedConversationCanBeRead() {
    assertThat(RecordedConversations.names())
        .containsExactly(
            "web-agent-ends",
            "web-api-down",
            "web-calendar-unconfigured",
            "web-call",
            "web-dashboard-end",
            "web-end-call-off",
            "web-tools");
    assertThat(RecordedConversations.names())
        .allSatisfy(name -> assertThat(RecordedConversations.of(name)).isNotEmpty())
        .allSatisfy(name -> assertThat(RecordedConversations.timeline(name)).isNotEmpty());
  }
}
