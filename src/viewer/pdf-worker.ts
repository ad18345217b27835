// The library's own worker, whole: it reads the file in a thread of its own, away from the page.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
