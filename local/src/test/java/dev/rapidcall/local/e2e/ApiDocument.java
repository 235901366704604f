package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.local.apidocs.DescribedBodies;
import dev.rapidcall.local.platform.LocalService;
import dev.rapidcall.service.identity.Caller;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one document of the HTTP surface: what each service's own code says of its routes, joined.
 */
final class ApiDocument {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private static final Pattern AGENTS =
      Pattern.compile("/api/internal/.*|/api/calls/\\{id}/metrics");
  private static final Pattern OPEN =
      Pattern.compile(
          "/health|/metrics|/openapi.json|/docs.*|/api/auth/(login|register)"
              + "|/api/.*/webhook|/api/twilio/inbound|/api/calls/\\{id}/recording-playback");
  private static final Pattern HIDDEN =
      Pattern.compile("/error|/v3/.*|/docs.*|/openapi.json|/asyncapi.json");

  private static final Pattern PACKAGES =
      Pattern.compile("\\bdev\\.rapidcall(\\.[a-z][a-z0-9]*)*\\.");

  private final TreeMap<String, ObjectNode> paths = new TreeMap<>();
  private final TreeMap<String, JsonNode> schemas = new TreeMap<>();

  private ApiDocument() {}

  /** What springdoc cannot know by itself. Before the platform starts. */
  static void configure() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        .replaceWithSchema(CallId.class, new StringSchema())
        .replaceWithSchema(JsonNode.class, new io.swagger.v3.oas.models.media.JsonSchema())
        .replaceWithSchema(ObjectNode.class, new io.swagger.v3.oas.models.media.JsonSchema());
  }

  /** Reads it from the running services and writes it so that equal surfaces give equal texts. */
  static String generated() {
    ApiDocument document = new ApiDocument();
    for (LocalService service : LocalService.values()) {
      document.add(service);
    }
    return JSON.writeValueAsString(document.json()) + "\n";
  }

  private void add(LocalService service) {
    Client.Answer answer =
        Client.of(Platform.url(service))
            .with("Authorization", "Bearer " + Platform.internalToken())
            .get("/v3/api-docs");
    assertThat(answer.status()).as(service + " " + answer.text()).isEqualTo(200);
    JsonNode said = JSON.readTree(PACKAGES.matcher(answer.text()).replaceAll(""));
    said.path("paths")
        .forEachEntry(
            (path, operations) -> {
              if (isPublic(service, path)) {
                addPath(service, path, (ObjectNode) operations);
              }
            });
    said.path("components")
        .path("schemas")
        .forEachEntry(
            (name, schema) -> {
              JsonNode known = schemas.putIfAbsent(name, schema);
              assertThat(known == null || known.equals(schema))
                  .as("two schemas are called " + name)
                  .isTrue();
            });
  }

  private static boolean isPublic(LocalService service, String path) {
    boolean isOwners = path.startsWith("/api/");
    return isOwners || (service == LocalService.GATEWAY && !HIDDEN.matcher(path).matches());
  }

  private void addPath(LocalService service, String path, ObjectNode operations) {
    ObjectNode known = paths.computeIfAbsent(path, name -> JSON.createObjectNode());
    operations.forEachEntry(
        (method, operation) -> {
          assertThat(known.has(method)).as("two services serve " + method + " " + path).isFalse();
          known.set(method, described(service, path, method, (ObjectNode) operation));
        });
  }

  private static ObjectNode described(
      LocalService service, String path, String method, ObjectNode operation) {
    operation.put("operationId", operationId(method, path));
    operation.set("tags", JSON.createArrayNode().add(tag(service, path)));
    operation.set("security", security(path));
    if (operation.path("description").equals(operation.path("summary"))) {
      operation.remove("description");
    }
    JsonNode body = operation.remove(DescribedBodies.EXTENSION);
    if (body != null) {
      ((ObjectNode) operation.at("/requestBody/content/application~1json")).set("schema", body);
    }
    ObjectNode responses = (ObjectNode) operation.path("responses");
    responses.set("default", JSON.createObjectNode().put("$ref", "#/components/responses/Error"));
    if (method.equals("post") && !OPEN.matcher(path).matches() && !AGENTS.matcher(path).matches()) {
      operation
          .withArray("parameters")
          .add(JSON.createObjectNode().put("$ref", "#/components/parameters/IdempotencyKey"));
    }
    return operation;
  }

  private static String operationId(String method, String path) {
    StringBuilder id = new StringBuilder(method);
    for (String part : path.replace("/api/", "/").split("[^A-Za-z0-9]+")) {
      if (!part.isEmpty()) {
        id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return id.toString();
  }

  private static String tag(LocalService service, String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeIf(part -> part.isEmpty() || part.equals("api"));
    return parts.isEmpty() ? service.configName() : parts.getFirst();
  }

  private static ArrayNode security(String path) {
    ArrayNode ways = JSON.createArrayNode();
    if (AGENTS.matcher(path).matches()) {
      ways.addObject().putArray("agentSecret");
    } else if (!OPEN.matcher(path).matches()) {
      ways.addObject().putArray("bearer");
      ways.addObject().putArray("cookie").removeAll();
    }
    return ways;
  }

  /** A query that is read into one object is so many parameters for who sends it. */
  private void spreadQuery(JsonNode operation) {
    if (!operation.has("parameters")) {
      return;
    }
    ArrayNode spread = JSON.createArrayNode();
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.at("/schema/$ref").asString("").replaceFirst(".*/", "");
      if (name.isEmpty()) {
        spread.add(parameter);
      } else {
        schemas
            .remove(name)
            .path("properties")
            .forEachEntry((one, of) -> spread.add(query(one, of)));
      }
    }
    ((ObjectNode) operation).set("parameters", spread);
  }

  private static ObjectNode query(String name, JsonNode schema) {
    ObjectNode parameter = JSON.createObjectNode().put("name", name).put("in", "query");
    return parameter.put("required", false).set("schema", schema);
  }

  private ObjectNode json() {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "RapidCall")
        .put("version", "1")
        .put("description", "Agents, calls, recordings, numbers and bills of AI voice calls.");
    paths.values().forEach(operations -> operations.values().forEach(this::spreadQuery));
    ObjectNode all = document.putObject("paths");
    paths.forEach(all::set);
    ObjectNode components = document.putObject("components");
    ObjectNode types = components.putObject("schemas");
    schemas.forEach(types::set);
    types.set("Error", JSON.readTree(ERROR));
    types.set("Problem", JSON.readTree(PROBLEM));
    components.set("responses", JSON.readTree(RESPONSES));
    components.set("parameters", JSON.readTree(PARAMETERS));
    components.set("securitySchemes", JSON.readTree(SECURITY));
    return document;
  }

  private static final String ERROR =
      """
      {"type": "object", "required": ["error"], "properties": {
        "error": {"type": "string", "description": "What is wrong, for people."},
        "details": {"description": "With `Validation failed`: formErrors and fieldErrors, by field."}}}
      """;
  private static final String PROBLEM =
      """
      {"type": "object", "description": "RFC 9457, for clients that accept application/problem+json.",
       "properties": {"type": {"type": "string"}, "title": {"type": "string"},
        "status": {"type": "integer"}, "detail": {"type": "string"}}}
      """;
  private static final String RESPONSES =
      """
      {"Error": {"description": "Any status of 400 and above.", "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/Error"}},
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}
      """;
  private static final String PARAMETERS =
      """
      {"IdempotencyKey": {"name": "Idempotency-Key", "in": "header", "required": false,
        "schema": {"type": "string", "minLength": 1, "maxLength": 255},
        "description": "The same key gives the same answer for 24 hours."}}
      """;
  private static final String SECURITY =
      """
      {"bearer": {"type": "http", "scheme": "bearer",
        "description": "A session's token or an API key (rck_...)."},
       "cookie": {"type": "apiKey", "in": "cookie", "name": "auth_token",
        "description": "A session; what changes something also needs x-csrf-token."},
       "agentSecret": {"type": "apiKey", "in": "header", "name": "x-agent-secret"}}
      """;
}
