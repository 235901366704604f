package dev.rapidcall.calls.webhooks.delivery.http;

import dev.rapidcall.calls.webhooks.delivery.Receivers;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  Receivers receivers(SendingSettings settings, Clock clock) {
    Destinations destinations =
        new Destinations(
            settings, host -> List.of(InetAddress.getAllByName(host)), PublicAddress::isPublic);
    return new OkHttpReceivers(destinations, settings.timeout(), clock);
  }
}
