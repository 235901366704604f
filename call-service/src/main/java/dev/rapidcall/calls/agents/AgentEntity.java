package dev.rapidcall.calls.agents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agent's row. {@code settings} holds the fields that no query asks for. */
@Entity
@Table(name = "agents")
class AgentEntity {
  @Id String id = "";
  String workspaceId = "";
  String name = "";
  String promptDraft = "";
  String promptPublished = "";
  @Nullable Instant publishedAt;
  String llmModel = "";
  boolean autoEvalEnabled;
  int maxCallSeconds;
  @Nullable String webhookUrl;
  String postCallExtractionModel = "";

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, @Nullable Object> settings = new LinkedHashMap<>();

  Instant createdAt = Instant.EPOCH;
  Instant updatedAt = Instant.EPOCH;

  protected AgentEntity() {}

  AgentEntity(String id, String workspaceId, String name, Instant createdAt) {
    this.id = id;
    this.workspaceId = workspaceId;
    this.name = name;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }
}
