package dev.rapidcall.gateway.owners;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request that is given up when its answer is closed before its end. */
record AbandonableRequest(ClientHttpRequest request, Runnable giveUp)
    implements ClientHttpRequest, StreamingHttpOutputMessage {

  @Override
  public ClientHttpResponse execute() throws IOException {
    return new Answer(request.execute(), giveUp);
  }

  @Override
  public void setBody(Body body) {
    ((StreamingHttpOutputMessage) request).setBody(body);
  }

  @Override
  public OutputStream getBody() throws IOException {
    return request.getBody();
  }

  @Override
  public HttpMethod getMethod() {
    return request.getMethod();
  }

  @Override
  public URI getURI() {
    return request.getURI();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return request.getAttributes();
  }

  @Override
  public HttpHeaders getHeaders() {
    return request.getHeaders();
  }

  private static final class Answer implements ClientHttpResponse {
    private final ClientHttpResponse response;
    private final Runnable giveUp;
    private @Nullable Content body;

    Answer(ClientHttpResponse response, Runnable giveUp) {
      this.response = response;
      this.giveUp = giveUp;
    }

    @Override
    public InputStream getBody() throws IOException {
      if (body == null) {
        body = new Content(response.getBody());
      }
      return body;
    }

    @Override
    public void close() {
      if (body != null && !body.ended) {
        giveUp.run();
      }
      response.close();
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return response.getHeaders();
    }
  }

  private static final class Content extends FilterInputStream {
    private boolean ended;

    Content(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      ended = ended || octet < 0;
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      ended = ended || read < 0;
      return read;
    }
  }
}
