package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.platform.LocalService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table has every route that is served, and no other. */
class RouteTableE2E {

  @Test
  void everyRouteOfEveryServiceIsInTheTable() {
    assertThat(served()).isSubsetOf(tabled());
  }

  @Test
  void everyRouteOfTheTableIsServed() {
    assertThat(tabled()).isSubsetOf(served());
  }

  @Test
  void noRouteIsThereTwice() {
    assertThat(RouteTable.ALL).extracting(Route::shape).doesNotHaveDuplicates();
  }

  private static Set<String> tabled() {
    return RouteTable.ALL.stream()
        .filter(route -> route.path().startsWith("/api/"))
        .map(Route::shape)
        .collect(Collectors.toSet());
  }

  private static Set<String> served() {
    return Arrays.stream(LocalService.values())
        .flatMap(RouteTableE2E::mappings)
        .flatMap(RouteTableE2E::shapes)
        .filter(shape -> shape.contains(" /api/"))
        .collect(Collectors.toSet());
  }

  private static Stream<RequestMappingInfo> mappings(LocalService service) {
    return Platform.context(service)
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream();
  }

  /** HEAD goes with GET. */
  private static Stream<String> shapes(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    assertThat(methods)
        .as(mapping + " takes every method")
        .satisfiesAnyOf(
            some -> assertThat(some).isNotEmpty(),
            none ->
                assertThat(mapping.getPatternValues()).noneMatch(path -> path.startsWith("/api")));
    List<String> names =
        methods.stream().filter(it -> it != RequestMethod.HEAD).map(Enum::name).toList();
    return mapping.getPatternValues().stream()
        .flatMap(path -> names.stream().map(name -> Route.shape(name, path)));
  }
}
