import 'harreman/faq-chat';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { data, hear } from '../data';

// Untyped, since it passes what the types refuse.
const Probe = () => {
  const [count, setCount] = useState(0);
  const [isOn, setOn] = useState(false);
  const [isShown, setShown] = useState(true);
  const chat = createElement(
    'harreman-faq-chat',
    {
      'heading': `Words ${count}`,
      'heading-level': 3,
      'floating': isOn,
      'entries': data.entries,
      'messages': data.messages,
      'transport': data.transport,
      'onlowercase': hear,
      'onkebab-case': hear,
      'oncamelCase': hear,
      'onCAPSevent': hear,
      'onPascalCase': hear,
    },
    createElement('p', { id: 'child' }, `Child ${count}`),
    count > 0 && createElement('p', { id: 'late' }, 'Late'),
  );
  return (
    <>
      <button id="count" onClick={() => setCount(count + 1)} />
      <button id="on" onClick={() => setOn(!isOn)} />
      <button id="show" onClick={() => setShown(!isShown)} />
      {isShown && chat}
    </>
  );
};

createRoot(document.getElementById('app')!).render(<Probe />);
