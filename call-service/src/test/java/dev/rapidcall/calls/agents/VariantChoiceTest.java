package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("weakness 32: variants leave a control group")
class VariantChoiceTest {
  private static final int CALLS = 20_000;
  private static final String CONTROL = "control";

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of("no variants", List.of(), Map.of(CONTROL, 100.0)),
        Arguments.of("a part", List.of(variant("a", 30)), Map.of("a", 30.0, CONTROL, 70.0)),
        Arguments.of(
            "two parts",
            List.of(variant("a", 10), variant("b", 25)),
            Map.of("a", 10.0, "b", 25.0, CONTROL, 65.0)),
        Arguments.of("one for all", List.of(variant("a", 100)), Map.of("a", 100.0)),
        Arguments.of(
            "exactly a hundred",
            List.of(variant("a", 40), variant("b", 60)),
            Map.of("a", 40.0, "b", 60.0)),
        Arguments.of(
            "more than a hundred",
            List.of(variant("a", 100), variant("b", 100), variant("c", 50)),
            Map.of("a", 40.0, "b", 40.0, "c", 20.0)),
        Arguments.of(
            "none for the rest",
            List.of(variant("a", 0), variant("b", 50)),
            Map.of("b", 50.0, CONTROL, 50.0)),
        Arguments.of("only none", List.of(variant("a", 0)), Map.of(CONTROL, 100.0)),
        Arguments.of(
            "one switched off",
            List.of(disabled("a", 100), variant("b", 20)),
            Map.of("b", 20.0, CONTROL, 80.0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shares")
  void eachGetsItsShare(String name, List<Variant> variants, Map<String, Double> expected) {
    Map<String, Long> counted =
        calls()
            .map(call -> chosen(call, variants))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (variant, percent) ->
            assertThat(100.0 * counted.getOrDefault(variant, 0L) / CALLS)
                .as(variant)
                .isCloseTo(percent, within(1.0)));
  }

  @Test
  void theSameCallTriesTheSameVariantInWhateverOrderTheyAreTold() {
    List<Variant> variants = List.of(variant("a", 30), variant("b", 30), variant("c", 30));
    List<Variant> turned = new ArrayList<>(variants);
    Collections.reverse(turned);

    assertThat(calls().limit(500))
        .allSatisfy(call -> assertThat(chosen(call, variants)).isEqualTo(chosen(call, turned)));
  }

  @Test
  void aCallKeepsItsVariantWhenALaterOneIsAdded() {
    List<Variant> before = List.of(variant("a", 30));
    List<Variant> after = List.of(variant("b", 30), variant("a", 30));

    assertThat(calls().filter(call -> chosen(call, before).equals("a")))
        .allSatisfy(call -> assertThat(chosen(call, after)).isEqualTo("a"));
  }

  private static Stream<CallId> calls() {
    return IntStream.range(0, CALLS).mapToObj(i -> CallId.of(new RoomName("call-agent-" + i)));
  }

  private static String chosen(CallId call, List<Variant> variants) {
    return VariantChoice.choose(call, variants).map(Variant::id).orElse(CONTROL);
  }

  private static Variant variant(String id, int percent) {
    return new Variant(id, "agent", "workspace", id, "p", percent, true, id.charAt(0), 0);
  }

  private static Variant disabled(String id, int percent) {
    return new Variant(id, "agent", "workspace", id, "p", percent, false, id.charAt(0), 0);
  }
}
