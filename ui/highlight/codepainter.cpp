// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/highlight/codepainter.h"

#include "diff/codepoints.h"
#include "ui/highlight/codedefinitions.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QMutex>

namespace Syntax = KSyntaxHighlighting;

class CodeDefinitions
{
public:
    QMutex mutex; // the library's objects may be used by one thread at a time
    std::unique_ptr<Syntax::Repository> repository;
};

std::shared_ptr<CodeDefinitions> makeCodeDefinitions()
{
    return std::make_shared<CodeDefinitions>();
}

namespace {

constexpr qsizetype kLargestFile = 4 * 1'024 * 1'024;
constexpr qsizetype kLongestLine = 4'000;
constexpr qsizetype kBatch = 400;

/// Text for the highlighter, and for each of its UTF-16 units the byte it came from.
struct DecodedLine
{
    QString text;
    QList<quint32> bytes; // empty: the same number

    explicit DecodedLine(QByteArrayView line)
    {
        if (Diff::asciiLength(line) == line.size()) {
            text = QString::fromLatin1(line);
            return;
        }
        for (qsizetype at = 0; at < line.size();) {
            const Diff::CodePoint point = Diff::codePointAt(line, at);
            const qsizetype before = text.size();
            const char32_t shown = point.isValid ? point.value : U'\ufffd';
            text += QStringView(QChar::fromUcs4(shown));
            bytes.insert(bytes.size(), text.size() - before, static_cast<quint32>(at));
            at += point.length;
        }
        bytes.append(static_cast<quint32>(line.size()));
    }

    quint32 byteAt(qsizetype unit) const
    {
        return bytes.isEmpty() ? static_cast<quint32>(unit) : bytes[std::min(unit, bytes.size() - 1)];
    }
};

class SpanCollector final : public Syntax::AbstractHighlighter
{
public:
    SpanCollector(const Syntax::Definition &definition, const Syntax::Theme &theme)
    {
        setDefinition(definition);
        setTheme(theme);
    }

    Syntax::State highlight(const DecodedLine &line, const Syntax::State &state)
    {
        m_line = &line;
        m_spans.clear();
        return highlightLine(line.text, state);
    }
    LineSpans takeSpans() { return std::exchange(m_spans, {}); }

private:
    void applyFormat(int offset, int length, const Syntax::Format &format) override
    {
        if (length <= 0 || !format.isValid())
            return;
        const Syntax::Theme colors = theme();
        if (!format.hasTextColor(colors) && !format.isBold(colors) && !format.isItalic(colors))
            return;
        const quint32 start = m_line->byteAt(offset);
        m_spans.append({start, m_line->byteAt(offset + length) - start,
                        format.hasTextColor(colors) ? format.textColor(colors).rgb() : 0,
                        format.isBold(colors), format.isItalic(colors)});
    }

    const DecodedLine *m_line = nullptr;
    LineSpans m_spans;
};

class HunkHighlighter
{
public:
    HunkHighlighter(const Diff::FileDiff &file, SpanCollector &collector)
        : m_file(file)
        , m_collector(collector)
    {}

    void startHunk() { m_old = m_new = {}; }

    LineSpans highlight(const Diff::Line &line)
    {
        const QByteArrayView content = m_file.content(line);
        if (content.size() > kLongestLine)
            return {};
        const DecodedLine decoded(content);
        if (line.origin == Diff::LineOrigin::Removed) {
            m_old = m_collector.highlight(decoded, m_old);
            return m_collector.takeSpans();
        }
        const bool isSame = m_old == m_new;
        if (line.origin == Diff::LineOrigin::Context && !isSame)
            m_old = m_collector.highlight(decoded, m_old);
        m_new = m_collector.highlight(decoded, m_new);
        if (line.origin == Diff::LineOrigin::Context && isSame)
            m_old = m_new;
        return m_collector.takeSpans();
    }

private:
    const Diff::FileDiff &m_file;
    SpanCollector &m_collector;
    Syntax::State m_old, m_new;
};

Syntax::Definition definitionFor(const Syntax::Repository &repository, const Diff::FileDiff &file)
{
    Syntax::Definition definition = repository.definitionForFileName(syntaxFileName(file.path()));
    if (definition.isValid() || file.text.isEmpty() || !file.text.startsWith("#!"))
        return definition;
    const QByteArrayView first = QByteArrayView(file.text).first(std::min<qsizetype>(file.text.size(), 80));
    if (first.contains("python"))
        return repository.definitionForName(QStringLiteral("Python"));
    return first.contains("sh") ? repository.definitionForName(QStringLiteral("Bash")) : definition;
}

} // namespace

Result<> highlightCode(CodeDefinitions &definitions, const QList<Diff::FileDiff> &files, qsizetype fileAt,
                       bool isDark, const std::function<void(CodeBatch)> &sink, const CancelToken &cancel)
{
    const Diff::FileDiff &file = files[fileAt];
    if (file.text.size() > kLargestFile || file.lines.isEmpty())
        return {};
    const QMutexLocker turn(&definitions.mutex);
    if (cancel.isCancelled())
        return failCancelled();
    if (!definitions.repository)
        definitions.repository = std::make_unique<Syntax::Repository>();
    const Syntax::Repository &repository = *definitions.repository;
    const Syntax::Definition definition = definitionFor(repository, file);
    if (!definition.isValid())
        return {};
    SpanCollector collector(definition, repository.defaultTheme(isDark ? Syntax::Repository::DarkTheme
                                                                       : Syntax::Repository::LightTheme));
    HunkHighlighter highlighter(file, collector);
    CodeBatch batch{fileAt, file.hunks.first().firstLine, {}};
    for (const Diff::Hunk &hunk : file.hunks) {
        highlighter.startHunk();
        for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
            if (cancel.isCancelled())
                return failCancelled();
            batch.lines.append(highlighter.highlight(file.lines[at]));
            if (batch.lines.size() == kBatch)
                sink(std::exchange(batch, CodeBatch{fileAt, at + 1, {}}));
        }
    }
    if (!batch.lines.isEmpty())
        sink(std::move(batch));
    return {};
}
