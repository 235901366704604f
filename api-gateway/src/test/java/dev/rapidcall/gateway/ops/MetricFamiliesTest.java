package dev.rapidcall.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricFamiliesTest {
  private final MetricFamilies families = new MetricFamilies();

  @Test
  void tellsAFamilyOnceWithTheSeriesOfAllServices() {
    families.add(
        """
        # HELP jvm_threads Threads
        # TYPE jvm_threads gauge
        jvm_threads{service="a"} 1.0
        # HELP only_a Only here
        # TYPE only_a counter
        only_a{service="a"} 2.0
        """);
    families.add(
        """
        # HELP jvm_threads Threads
        # TYPE jvm_threads gauge
        jvm_threads{service="b"} 3.0
        """);

    assertThat(families.text())
        .isEqualTo(
            """
            # HELP jvm_threads Threads
            # TYPE jvm_threads gauge
            jvm_threads{service="a"} 1.0
            jvm_threads{service="b"} 3.0
            # HELP only_a Only here
            # TYPE only_a counter
            only_a{service="a"} 2.0
            """);
  }

  @Test
  void keepsTheSeriesOfAHistogramTogether() {
    families.add(
        """
        # HELP took How long
        # TYPE took histogram
        took_bucket{le="5.0"} 1
        took_sum 3.5
        # HELP other Another
        # TYPE other gauge
        other 1
        """);
    families.add("# HELP took How long\n# TYPE took histogram\ntook_count 7\n");

    assertThat(families.text())
        .contains("took_bucket{le=\"5.0\"} 1\ntook_sum 3.5\ntook_count 7\n# HELP other");
  }

  @Test
  void keepsAHelpOfManyWordsAndLeavesOutWhatSaysNothing() {
    families.add("# HELP a one two three\n# TYPE a gauge\n\n# a remark\na 1\n");

    assertThat(families.text()).isEqualTo("# HELP a one two three\n# TYPE a gauge\na 1\n");
  }
}
