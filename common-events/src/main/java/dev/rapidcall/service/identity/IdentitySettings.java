package dev.rapidcall.service.identity;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keys the live keys of the internal token; the first one signs, all verify
 * @param service the name for which tokens must be meant; blank takes those for any
 */
@Validated
@ConfigurationProperties("rapidcall.identity")
record IdentitySettings(@NotEmpty List<Secret> keys, @DefaultValue("") String service) {}
