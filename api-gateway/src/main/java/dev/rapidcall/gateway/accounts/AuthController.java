package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.web.Ok;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class AuthController {
  private final Register register;
  private final SignIn signIn;
  private final SignOut signOut;
  private final AccountSettings settings;

  AuthController(Register register, SignIn signIn, SignOut signOut, AccountSettings settings) {
    this.register = register;
    this.signIn = signIn;
    this.signOut = signOut;
    this.settings = settings;
  }

  record RegisterBody(
      @NotNull(message = "Required")
          @Size(min = 1, max = 80, message = "Must have 1 to 80 characters")
          @Pattern(regexp = Patterns.STORABLE, message = "Invalid character")
          String name,
      @NotNull(message = "Required")
          @Size(max = 200, message = "Must have at most 200 characters")
          @Email(regexp = Patterns.ADDRESS, message = "Invalid email")
          String email,
      @NotNull(message = "Required")
          @Size(min = 6, max = 200, message = "Must have 6 to 200 characters")
          String password) {}

  record LoginBody(
      @NotNull(message = "Required")
          @Size(max = 200, message = "Must have at most 200 characters")
          @Email(regexp = Patterns.ADDRESS, message = "Invalid email")
          String email,
      @NotNull(message = "Required")
          @Size(min = 1, max = 200, message = "Must have 1 to 200 characters")
          String password) {}

  record Answer(String token, UserView user, WorkspaceView workspace) {}

  /** Makes a user with a first workspace and signs in. */
  @PostMapping("/register")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  ResponseEntity<Answer> register(
      @Valid @RequestBody RegisterBody body, HttpServletRequest request) {
    return answer(
        HttpStatus.CREATED, register.person(body.name(), body.email(), body.password()), request);
  }

  /** Signs in. */
  @PostMapping("/login")
  ResponseEntity<Answer> login(@Valid @RequestBody LoginBody body, HttpServletRequest request) {
    return answer(HttpStatus.OK, signIn.with(body.email(), body.password()), request);
  }

  /** Ends this session. */
  @PostMapping("/logout")
  ResponseEntity<Ok> logout(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, HttpServletRequest request) {
    signOut.here(who);
    return signedOut(request);
  }

  /** Ends all of the user's sessions. */
  @PostMapping("/logout-all")
  ResponseEntity<Ok> logoutAll(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, HttpServletRequest request) {
    signOut.everywhere(who);
    return signedOut(request);
  }

  private ResponseEntity<Ok> signedOut(HttpServletRequest request) {
    return ResponseEntity.ok()
        .headers(SessionCookies.answering(request, settings).clear())
        .body(Ok.DONE);
  }

  private ResponseEntity<Answer> answer(
      HttpStatus status, SignedIn who, HttpServletRequest request) {
    Session session = who.session();
    return ResponseEntity.status(status)
        .headers(SessionCookies.answering(request, settings).set(session.token()))
        .body(
            new Answer(
                session.token().value(),
                UserView.of(session.user()),
                WorkspaceView.of(who.workspace(), settings)));
  }
}
