import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

/** EPUBCheck on every book that is named, in one machine: its own command takes one book, and its start is most of the time. */
class CheckAll {
  public static void main(String[] files) {
    for (String file : files) {
      DefaultReportImpl report = new DefaultReportImpl(file);
      new EpubCheck(new File(file), report).doValidate();
      System.out.println("checked " + file + " " + report.getFatalErrorCount() + " " + report.getErrorCount() + " " + report.getWarningCount());
    }
  }
}
