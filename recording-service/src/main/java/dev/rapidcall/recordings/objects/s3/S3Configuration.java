package dev.rapidcall.recordings.objects.s3;

import dev.rapidcall.recordings.objects.RecordedFiles;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The one client to S3. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class S3Configuration {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int CONNECTIONS = 200;

  @Bean(destroyMethod = "close")
  S3Client s3Client(StorageSettings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.isPathStyle())
            .credentialsProvider(credentials(settings))
            // other makers of S3 APIs do not know Amazon's newer checksums
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(over -> over.apiCallTimeout(ANSWER))
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE)
                    .maxConnections(CONNECTIONS));
    String endpoint = settings.endpoint();
    return (endpoint == null ? builder : builder.endpointOverride(URI.create(endpoint))).build();
  }

  @Bean
  RecordedFiles s3Files(S3Client s3) {
    return new S3Files(s3);
  }

  private static AwsCredentialsProvider credentials(StorageSettings settings) {
    return settings.accessKey().value().isBlank()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey().value(), settings.secret().value()));
  }
}
