package dev.rapidcall.local.platform;

import java.util.List;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Keeps the services' answers JSON. The embedded S3 brings an XML mapper to the shared class path,
 * with which every service would answer XML to a browser.
 */
final class JsonOnly implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean(
        "localJsonOnly",
        ServerHttpMessageConvertersCustomizer.class,
        () -> builder -> builder.configureMessageConvertersList(JsonOnly::dropXml));
  }

  private static void dropXml(List<HttpMessageConverter<?>> converters) {
    converters.removeIf(JsonOnly::writesXml);
  }

  private static boolean writesXml(HttpMessageConverter<?> converter) {
    return converter.getSupportedMediaTypes().stream()
        .anyMatch(type -> type.getSubtype().equals("xml"));
  }
}
