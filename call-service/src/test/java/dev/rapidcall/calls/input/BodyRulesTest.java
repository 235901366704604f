package dev.rapidcall.calls.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodyRulesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final class Order implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields
          .require("dish")
          .text("dish", 1, 20)
          .textOrNull("remark", 0, 100)
          .oneOf("size", "small", "large")
          .integer("portions", 1, 9)
          .number("tip", 0, 0.5)
          .bool("toGo")
          .texts("toppings", 3, 1, 10)
          .object("guest", guest -> guest.require("name").text("name", 1, 40))
          .objectOrNull("voucher", voucher -> voucher.storableText("code", 4, 8))
          .objects("sides", 2, side -> side.text("dish", 1, 20))
          .mapOfTexts("notes")
          .mapOfObjects("allergies", allergy -> allergy.bool("severe"))
          .anyObject("extra");
    }
  }

  @Test
  void theRulesDescribeThemselves() {
    assertThat(JSON.<JsonNode>valueToTree(new Order().schema()))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "object", "required": ["dish"], "properties": {
                  "dish": {"type": "string", "minLength": 1, "maxLength": 20},
                  "remark": {"type": ["string", "null"], "maxLength": 100},
                  "size": {"type": "string", "enum": ["small", "large"]},
                  "portions": {"type": "integer", "minimum": 1, "maximum": 9},
                  "tip": {"type": "number", "minimum": 0.0, "maximum": 0.5},
                  "toGo": {"type": "boolean"},
                  "toppings": {"type": "array", "maxItems": 3,
                    "items": {"type": "string", "minLength": 1, "maxLength": 10}},
                  "guest": {"type": "object", "required": ["name"], "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 40}}},
                  "voucher": {"type": ["object", "null"], "properties": {
                    "code": {"type": "string", "minLength": 4, "maxLength": 8}}},
                  "sides": {"type": "array", "maxItems": 2, "items": {"type": "object", "properties": {
                    "dish": {"type": "string", "minLength": 1, "maxLength": 20}}}},
                  "notes": {"type": "object", "additionalProperties": {"type": "string"}},
                  "allergies": {"type": "object", "additionalProperties": {"type": "object",
                    "properties": {"severe": {"type": "boolean"}}}},
                  "extra": {"type": "object"}}}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"dish\": \"\"}",
        "{\"dish\": \"soup\", \"size\": \"huge\"}",
        "{\"dish\": \"soup\", \"portions\": 10}",
        "{\"dish\": \"soup\", \"tip\": 0.6}",
        "{\"dish\": \"soup\", \"toppings\": [\"a\", \"b\", \"c\", \"d\"]}",
        "{\"dish\": \"soup\", \"guest\": {}}",
        "{\"dish\": \"soup\", \"voucher\": {\"code\": \"abc\"}}",
        "{\"dish\": \"soup\", \"notes\": {\"a\": 1}}"
      })
  void whatTheyDescribeAsWrongIsRefused(String body) {
    assertThatThrownBy(() -> InputObject.read(JSON.readTree(body), Map.of(), new Order()))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whatTheyDescribeAsRightIsRead() {
    String body =
        """
        {"dish": "soup", "remark": null, "portions": 2, "voucher": null, "unknown": 1}
        """;

    assertThat(InputObject.read(JSON.readTree(body), Map.of(), new Order()))
        .containsOnlyKeys("dish", "remark", "portions", "voucher");
  }
}
